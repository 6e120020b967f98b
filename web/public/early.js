// Before the first paint and before the application's script has come. A file of its own: the content security policy
// allows nothing inline.
(() => {
  const fact = (name) => document.querySelector(`meta[name="giliran-${name}"]`)?.content ?? '';
  const stored = localStorage.getItem('mantine-color-scheme-value');
  const dark = stored === 'dark' || (stored !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  const language = localStorage.getItem('giliran-language') === 'en' ? 'en' : 'id';
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  document.documentElement.lang = language;

  const texts = fact(`text-${language}`);
  if (texts) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href: texts });
    document.head.append(link);
  }

  // What the first page will ask for while its script is still on the way; web/api/early-answers.ts takes it from here.
  const answers = (window.giliranEarly = {});
  const ask = (path) => {
    answers[path] = fetch(path, { headers: { 'Accept-Language': language } });
    return answers[path];
  };
  const askForForm = async () => {
    const session = await ask('/v1/session');
    if (!session.ok || !/^\/(?:send)?$/.test(location.pathname)) return;
    const { user } = await session.clone().json();
    if (user.role === 'submitter' && !user.mustChangePassword) await ask('/v1/systems?active=true&limit=100');
  };
  // The application asks again for what could not be had.
  if (fact('session') === 'true') askForForm().catch(() => undefined);
})();
