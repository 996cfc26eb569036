import type { surfaceStudy } from '../surface.ts';
import type { StudyWords } from '../study.ts';

/** What each of them is, and where it comes from. */
export const surfaceWords = {
  'surface.loss': {
    words: 'the mean loss at the point',
    sentence: 'Computed with the two parameters of the map where the point is, and the others as they are.',
  },
  'surface.da': {
    words: 'how fast the loss rises from the point across the map',
    sentence: 'Backpropagated at the point: the gradient along the first parameter of the map.',
  },
  'surface.db': {
    words: 'how fast the loss rises from the point up the map',
    sentence: 'Backpropagated at the point: the gradient along the second parameter of the map.',
  },
  'surface.next': {
    words: 'the mean loss one step further',
    sentence:
      'Computed where the two parameters are after one step against their gradient, with the learning rate.',
  },
  'surface.change': {
    words: 'what one step does to the loss',
    sentence: 'The sign of the loss one step further minus the loss at the point.',
  },
  'surface.rate': {
    words: 'the learning rate of one way down',
    sentence: 'The learning rate times a share that is chosen for each way down.',
  },
  'surface.steps': {
    words: 'the steps of a run on the map',
    sentence: 'Chosen.',
  },
  'surface.end': {
    words: 'the mean loss at the end of a run from the point',
    sentence: 'Computed in that run, with all parameters as it left them.',
  },
  'surface.moved': {
    words: 'whether a run leaves the point',
    sentence: 'One if any step of the run moved a parameter, else zero.',
  },
  'surface.under': {
    words: 'the mean loss that the map shows under the end of a run',
    sentence:
      'Computed with the two parameters of the map as the run left them, and the others as they were at its start.',
  },
  'surface.apart': {
    words: 'whether the map shows the loss of the run',
    sentence: 'One where the map shows another loss under the end of the run than the run has, else zero.',
  },
  'surface.folds': {
    words: 'the folds of the map',
    sentence: 'Counted: the hidden units whose sum a parameter of the map moves, on each day.',
  },
  'surface.saddles': {
    words: 'the saddles of the map',
    sentence:
      'Found: where the gradient along both parameters is zero, and the loss falls one way and rises another.',
  },
  'surface.saddle-loss': {
    words: 'the mean loss at the saddle',
    sentence: 'Computed with the two parameters of the map at its saddle, and the others as they are.',
  },
  'surface.slices': {
    words: 'the maps that there are',
    sentence: 'Counted: the pairs of two different parameters.',
  },
  'surface.products': {
    words: 'the maps whose two parameters are multiplied',
    sentence: 'Counted: the pairs of a parameter into a hidden unit and the weight out of it.',
  },
  'surface.saddled': {
    words: 'the maps that have a saddle',
    sentence: 'Found, on the map of each pair of parameters.',
  },
} as const satisfies Record<keyof typeof surfaceStudy, StudyWords>;
