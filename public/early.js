// A fresh visit at the top needs nothing of what lies below it: it is built asleep (layout.css), and asleep.ts wakes it. Any
// other visit is laid out whole at once, and may begin with a word in italics.
if (location.hash || performance.getEntriesByType('navigation')[0]?.type !== 'navigate') {
  document.documentElement.classList.remove('asleep');
  for (const href of document.querySelector('script[data-fonts]').dataset.fonts.split(' ')) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href });
    document.head.append(link);
  }
}
