// Before the first paint, so that nothing flashes. A file of its own: the content security policy allows nothing inline.
(() => {
  const stored = localStorage.getItem('mantine-color-scheme-value');
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = localStorage.getItem('giliran-language') === 'en' ? 'en' : 'id';
})();
