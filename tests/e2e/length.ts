/** Whether this is the long check, `npm run nightly`: every network, reloads everywhere, walks for an hour. */
export const isLong = process.env['NIGHTLY'] === '1';
