import type text from './id.json';

/** A key that is in no file does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof text };
    returnNull: false;
  }
}
