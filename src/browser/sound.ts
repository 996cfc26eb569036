import type { Tone } from '../story/run-tones.ts';

/** Neither a click at the beginning nor one at the end: the tone comes and goes within so many s. */
const FADE = 0.05;
const LOUD = 0.12;

/** Plays tones one after another as one that glides, and calls `over` when they are through. Returns how to stop it. */
export const play = (tones: readonly Tone[], over: () => void): (() => void) => {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = 'triangle';
  const start = context.currentTime + FADE;
  const end = start + Math.max(0, ...tones.map(({ at }) => at)) + 4 * FADE;
  for (const [i, { at, pitch }] of tones.entries()) {
    if (i === 0) tone.frequency.setValueAtTime(pitch, start + at);
    else tone.frequency.linearRampToValueAtTime(pitch, start + at);
  }
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUD, start + FADE);
  volume.gain.setValueAtTime(LOUD, end - FADE);
  volume.gain.linearRampToValueAtTime(0, end);
  tone.connect(volume).connect(context.destination);
  tone.onended = () => {
    void context.close();
    over();
  };
  tone.start(start);
  tone.stop(end);
  return () => tone.stop();
};
