import i18next from 'i18next';

const steps = [
  { unit: 'kilobyte', size: 1e3 },
  { unit: 'megabyte', size: 1e6 },
] as const;

/** `48 kB`, `1,2 MB` */
export function sizeOf(bytes: number): string {
  const { unit, size } = steps[bytes < 1e6 ? 0 : 1];
  const locale = i18next.language === 'en' ? 'en-GB' : 'id-ID';
  const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(
    Math.max(bytes / size, unit === 'kilobyte' ? 1 : 0),
  );
}
