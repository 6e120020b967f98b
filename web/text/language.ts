import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Language = 'id' | 'en';

const memory = 'giliran-language';

/** Only the language that is spoken is loaded. */
const loaders = {
  id: () => import('./id.json'),
  en: () => import('./en.json'),
};

function chosenLanguage(): Language {
  return localStorage.getItem(memory) === 'en' ? 'en' : 'id';
}

/** Before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  const { default: text } = await loaders[language]();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: text } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

/** Everything on the page, and what the server answers from now on. */
export async function speak(language: Language): Promise<void> {
  const { default: text } = await loaders[language]();
  i18next.addResourceBundle(language, 'translation', text);
  localStorage.setItem(memory, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export function spokenLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'id';
}
