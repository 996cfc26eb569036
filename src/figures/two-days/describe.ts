import { gradientId } from '../../engine/index.ts';
import { gradientsOf, pullOf } from '../../story/batch.ts';
import { format, formatGradient } from '../../story/format.ts';
import { textOf } from '../../story/symbol.ts';
import { daysOf, groupsOf, type View } from './model.ts';
import type { Store } from './store.ts';

const known = (name: string, value: number | undefined): readonly string[] =>
  value === undefined ? [] : [`${name} ${format(value)}`];

/** What the figure shows, in words: for those who do not see it. */
export const describeDays = (view: View, store: Store | undefined): string => {
  const { run, step, valueOf, chosen } = view;
  const { sizes } = run.world;
  const days = daysOf(view).map(({ name, of }) =>
    [
      `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}: inputs ${['x.1', 'x.2'].map((id) => format(view.all.get(of(id)) ?? NaN)).join(' and ')}, target ${format(view.all.get(of('y')) ?? NaN, 2, 0)}`,
      ...known('prediction', valueOf(of('yhat'))),
      ...known('loss', valueOf(of('loss'))),
    ].join(', '),
  );
  const gradients = daysOf(view).flatMap(({ name, of }) => {
    const value = valueOf(of(gradientId(chosen)));
    return value === undefined ? [] : [`${formatGradient(value)} on ${name}`];
  });
  const mean = valueOf(gradientId(chosen));
  const opposite = run.parameters.filter((id) => pullOf(gradientsOf(run, step, id)) === 'opposite').length;
  const isHeard = groupsOf(view).every(({ says }) => says !== undefined);
  return [
    `Two days on one network, at training step ${step}.`,
    ...days.map((day) => `${day}.`),
    ...known('Mean loss', valueOf('loss')).map((text) => `${text}.`),
    ...(gradients.length > 0
      ? [
          `${textOf(gradientId(chosen), sizes)} is ${gradients.join(', ')}${mean === undefined ? '' : `, ${formatGradient(mean)} in the mean`}.`,
        ]
      : []),
    ...(isHeard
      ? [`The days pull opposite ways at ${opposite} of ${run.parameters.length} parameters.`]
      : []),
    ...(store ? [`Below: what is kept of it, ${store.within.heads.join(' and ')}.`] : []),
  ].join(' ');
};
