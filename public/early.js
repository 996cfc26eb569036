// A fresh visit at the top needs nothing of what lies below it: layout.css leaves that for later, and asleep.ts wakes it.
// Any other visit may begin with a word in italics.
if (!location.hash && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
  document.documentElement.classList.add('asleep');
} else {
  for (const href of document.currentScript.dataset.fonts.split(' ')) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
    document.head.append(link);
  }
}
