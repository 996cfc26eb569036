import fc from 'fast-check';

// The same examples every time, so that what passed here passes there. `npm run nightly` looks for new ones.
if (process.env['NIGHTLY'] !== '1') fc.configureGlobal({ seed: 1 });
