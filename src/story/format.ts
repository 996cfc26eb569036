/** The only rounding on the site. */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MINUS = '−';
/** What stands where there is no number. */
export const NOT_COMPUTED = '—';

const superscript = (exponent: number): string =>
  (exponent < 0 ? '⁻' : '') +
  [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');

/** Below this many decimals trailing zeros are kept, so that columns of numbers line up. */
const LEAST = 2;

/**
 * A number as the page writes it: `decimals` places, trailing zeros dropped down to `least`, U+2212 for minus; powers of ten
 * where decimals would show nothing or too much. An exact zero is "0", so that it never looks like a rounded one, and where
 * there is no number stands a dash.
 */
export const format = (value: number, decimals = 4, least = LEAST): string => {
  if (Number.isNaN(value)) return NOT_COMPUTED;
  if (value === 0) return '0';
  const size = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  if (size < 0.5 * 10 ** -decimals || size >= 1e6) return formatPower(value, decimals);
  return sign + trimmed(size.toFixed(decimals), least);
};

/** A number as a mantissa with up to `places` decimals, times a power of ten: 2.50×10⁻⁷. */
export const formatPower = (value: number, places: number): string => {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential(Math.min(places, 20)).split('e');
  return `${value < 0 ? MINUS : ''}${trimmed(mantissa, LEAST)}×10${superscript(Number(exponent))}`;
};

const trimmed = (text: string, least: number): string => {
  const [whole = '', fraction = ''] = text.split('.');
  const kept = fraction.slice(least).replace(/0+$/, '');
  const places = fraction.slice(0, least) + kept;
  return places ? `${whole}.${places}` : whole;
};

/** A gradient: always four decimals. */
export const formatGradient = (value: number, decimals = 4): string => format(value, decimals, decimals);

/**
 * A prediction as a percentage with one decimal: 50.5 %. A sigmoid is never sure, not even where a machine rounds it to none
 * or to all.
 */
export const formatPercent = (value: number): string => {
  if (value < 0.0005) return `<${NBSP}0.1${NBSP}%`;
  if (value >= 0.9995) return `>${NBSP}99.9${NBSP}%`;
  return `${(value * 100).toFixed(1)}${NBSP}%`;
};
const NBSP = '\u00a0';

/** A whole number with thin groups: 541 285. */
export const formatCount = (value: number): string =>
  value < 0
    ? `${MINUS}${formatCount(-value)}`
    : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** The same in a sentence, whose face has no thin space. */
export const formatCountInProse = (value: number): string => formatCount(value).replaceAll('\u202f', NBSP);

/** Every digit of a number, as the machine holds it. */
export const formatExact = (value: number): string => {
  const [mantissa = '', exponent] = String(value).replace('-', MINUS).split('e');
  return exponent === undefined
    ? mantissa
    : `${mantissa}×10${superscript(Number(exponent.replace(MINUS, '-')))}`;
};

/** Digits that a double holds for certain. */
const HELD = 15;

/**
 * A number in the form in which another was printed, to compare the two digit by digit: as many places, a power of ten where
 * that has one, no 0 before the point where that has none. Never more digits than a double holds;
 * an exact zero is "0" beside one that is none.
 */
export const formatLike = (value: number, printed: string): string => {
  const [mantissa = '', exponent] = printed.trim().toLowerCase().split('e');
  if (value === 0 && /[1-9]/.test(mantissa)) return '0';
  const wanted = mantissa.split('.')[1]?.length ?? 0;
  const order = value === 0 || exponent !== undefined ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const places = Math.max(0, Math.min(wanted, HELD - 1 - order, 40));
  const isBare = /^[-−]?\./.test(mantissa);
  const [digits = '', power] =
    exponent === undefined ? [value.toFixed(places)] : value.toExponential(places).split('e');
  const size = digits.replace('-', '');
  const sign = digits.startsWith('-') && Number(size) !== 0 ? MINUS : '';
  const written = `${sign}${isBare ? size.replace(/^0(?=\.)/, '') : size}`;
  return power === undefined ? written : `${written}×10${superscript(Number(power))}`;
};

/** The number that `format` wrote. NaN if it is none. */
export const parse = (text: string): number => {
  const [mantissa = '', exponent] = text.replaceAll(MINUS, '-').split('×10');
  if (exponent === undefined) return Number(mantissa);
  const power = [...exponent]
    .map((mark) => (mark === '⁻' ? '-' : String(SUPERSCRIPTS.indexOf(mark))))
    .join('');
  return Number(`${mantissa}e${power}`);
};

/** A number for a tight place: as many decimals, up to `decimals`, as fit into `characters`; else its shortest form. */
export const formatFit = (value: number, characters: number, decimals = 4, least = LEAST): string => {
  const forms = Array.from({ length: decimals + 1 }, (_, fewer) => decimals - fewer).map((places) =>
    format(value, places, Math.min(least, places)),
  );
  const fitting = forms.find((text) => text.length <= characters);
  return fitting ?? forms.reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
};

/** From this size on, and below the inverse of it, ticks are written as powers of ten. */
const LARGE_TICK = 1e5;

/**
 * The round numbers beside an axis, in one form: as many decimals as tell them apart; powers of ten where they are large or
 * tiny. One is `10ⁿ`, with no factor before it.
 */
export const formatTicks = (values: readonly number[]): readonly string[] => {
  const sizes = values.map(Math.abs);
  const largest = Math.max(...sizes);
  const gaps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? NaN)));
  const gap = Math.min(...gaps.filter((one) => one > 0), largest);
  const order = Math.floor(Math.log10(gap) + 1e-9);
  const isPlain = largest < LARGE_TICK && order >= -3;
  return values.map((value, i) => {
    if (value === 0) return '0';
    const size = sizes[i] ?? NaN;
    const sign = value < 0 ? MINUS : '';
    if (isPlain) return sign + size.toFixed(Math.max(0, -order));
    const exponent = Number(size.toExponential(12).split('e')[1]);
    const [mantissa = '', power = '0'] = size
      .toExponential(Math.min(12, Math.max(0, exponent - order)))
      .split('e');
    const factor = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    return `${sign}${factor === '1' ? '' : `${factor}×`}10${superscript(Number(power))}`;
  });
};

/** A power of ten beside a logarithmic axis: written out where that is short. */
export const formatDecade = (exponent: number): string =>
  exponent >= -3 && exponent <= 4
    ? (10 ** exponent).toFixed(Math.max(0, -exponent))
    : `10${superscript(exponent)}`;
