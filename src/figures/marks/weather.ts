/** What a morning is about: cloud cover and wind, which go in; rain or sun, which the day brings. */
export type Sign = 'cloud' | 'wind' | 'rain' | 'sun';

/** A sign around a place; as large as it is drawn where nothing is said of that. */
export interface SignAt {
  readonly of: Sign;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
}

/** The signs as drawings around 0, about 20 px large. */
export const SIGNS: Readonly<Record<Sign, string>> = {
  cloud: 'M-6.5 5.5h12a4 4 0 0 0 .5-7.9a6 6 0 0 0-11.4-1.2a4.6 4.6 0 0 0-1.1 9.1z',
  wind: 'M-9-2.5h11a2.8 2.8 0 1 0-2.8-2.8M-9 1.5h14.5a2.8 2.8 0 1 1-2.8 2.8M-9 5.5h7',
  rain: 'M0-8.5C2.6-4 5.8-1 5.8 2.6a5.8 5.8 0 0 1-11.6 0C-5.8-1-2.6-4 0-8.5z',
  sun:
    'M0-3.6a3.6 3.6 0 0 1 0 7.2a3.6 3.6 0 0 1 0-7.2zM0-6v-2.8M0 6v2.8M-6 0h-2.8M6 0h2.8' +
    'M-4.24-4.24l-1.98-1.98M-4.24 4.24l-1.98 1.98M4.24-4.24l1.98-1.98M4.24 4.24l1.98 1.98',
};
