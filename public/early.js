// A fresh visit at the top needs nothing of what lies below it: layout.css leaves that for later, and scroll.ts wakes it.
if (!location.hash && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
  document.documentElement.classList.add('asleep');
}
