import { PHASES, type Phase } from './phase.ts';
import { choice } from './setting.ts';
import { DEFAULTS, SETTINGS, type Settings } from './settings.ts';
import { fallbacksOf, partsOf, valuesIn } from './table.ts';

/** The version of the address format. */
const VERSION = '1';

/** How far the lab has taken its training step: part of a link, and no part of undo. */
const PLACES = { phase: choice<Phase>({ fallback: 'ready', options: PHASES }) } as const;

/** What an address said, and a sentence for each part of it that could not be used as it stood. */
export interface Read {
  readonly settings: Settings;
  readonly phase: Phase;
  readonly notices: readonly string[];
}

/** Reads the settings and the phase out of the query of an address. Total, as `valuesIn`. */
export const settingsFrom = (query: string): Read => {
  const parameters = new URLSearchParams(query);
  const version = parameters.get('v');
  if (version !== null && version !== VERSION) {
    const notice = `This link was made for version ${version.slice(0, 20)} of the essay; this is version ${VERSION}, so it was ignored.`;
    return { settings: DEFAULTS, phase: fallbacksOf(PLACES).phase, notices: [notice] };
  }
  const { values: settings, notices } = valuesIn(SETTINGS, parameters);
  const place = valuesIn(PLACES, parameters);
  return { settings, phase: place.values.phase, notices: [...notices, ...place.notices] };
};

/** The query of an address that `settingsFrom` reads back to the same settings and phase; "" for the defaults. */
export const queryOf = (settings: Settings, phase: Phase = fallbacksOf(PLACES).phase): string => {
  const parts = [...partsOf(SETTINGS, settings), ...partsOf(PLACES, { phase })];
  return parts.length ? `?v=${VERSION}&${parts.join('&')}` : '';
};
