// A fresh visit at the top needs nothing of what lies below it: layout.css leaves that for later, and asleep.ts wakes it.
// Any other visit may begin in the middle of a formula.
const page = document.documentElement;
if (!location.hash && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
  page.classList.add('asleep');
  // Who is quicker than the scripts, or waits for them in vain, has the whole page all the same.
  const wake = () => page.classList.remove('asleep');
  addEventListener('scroll', wake, { once: true });
  setTimeout(wake, 5000);
} else {
  for (const href of document.currentScript.dataset.fonts.split(' ')) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
    document.head.append(link);
  }
}
