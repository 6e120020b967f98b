import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

type Language = 'id' | 'en';
type Part = 'everybody' | 'staff';

const memory = 'giliran-language';

/** Only the language that is spoken is loaded, and of it only what is read. */
const loaders = {
  id: { everybody: () => import('./id.json?part=everybody'), staff: () => import('./id.json?part=staff') },
  en: { everybody: () => import('./en.json?part=everybody'), staff: () => import('./en.json?part=staff') },
};

/** What is read on this page so far. */
const parts = new Set<Part>(['everybody']);

function chosenLanguage(): Language {
  return localStorage.getItem(memory) === 'en' ? 'en' : 'id';
}

async function load(language: Language, wanted: Iterable<Part>): Promise<void> {
  const loaded = await Promise.all([...wanted].map((part) => loaders[language][part]()));
  for (const { default: texts } of loaded) i18next.addResourceBundle(language, 'translation', texts, true);
}

/** Before the first page is drawn. */
export async function startLanguage(): Promise<void> {
  const language = chosenLanguage();
  const { default: text } = await loaders[language].everybody();
  document.documentElement.lang = language;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: text } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
}

let staffTexts: Promise<void> | undefined;

/** Before the first page of staff or administrators is drawn. */
export function loadStaffTexts(): Promise<void> {
  parts.add('staff');
  staffTexts ??= load(spokenLanguage(), ['staff']);
  return staffTexts;
}

/** Everything on the page, and what the server answers from now on. */
export async function speak(language: Language): Promise<void> {
  await load(language, parts);
  localStorage.setItem(memory, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

export function spokenLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'id';
}
