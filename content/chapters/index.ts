import type { Chapter } from '@/story/timeline.ts';
import { scenes as concept } from './01-concept/scenes.ts';
import { scenes as passes } from './02-passes/scenes.ts';
import { scenes as chainRule } from './03-chain-rule/scenes.ts';
import { scenes as training } from './04-training/scenes.ts';

/** The five chapters in reading order. The glossary has terms in place of scenes. */
export const chapters: readonly Chapter[] = [
  { id: 'concept', number: 1, title: 'The concept', question: 'Who is to blame?', scenes: concept },
  { id: 'passes', number: 2, title: 'Forward and backward', question: 'What does each number owe the answer?', scenes: passes, extras: [{ id: 'passes-lab', title: 'In your own hands' }] },
  { id: 'chain-rule', number: 3, title: 'The chain rule, unrolled', question: 'Why multiply, and when do we add?', scenes: chainRule },
  { id: 'training', number: 4, title: 'Training dynamics', question: 'What happens when it never stops?', scenes: training, extras: [{ id: 'training-gates', title: 'A box you can see into' }, { id: 'training-depth', title: 'How deep can a message go?' }, { id: 'training-bugs', title: 'One rule is broken' }] },
  { id: 'glossary', number: 5, title: 'Glossary', question: 'What was that word again?', scenes: [] },
];
