/** `7`, `730`, `07.30`, `7:30` → `07:30`; anything else stays as it was typed, for the server to refuse. */
export function clockOf(typed: string): string {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  return hours === undefined ? typed.trim() : `${hours.padStart(2, '0')}:${minutes}`;
}

/** As one writes it: with a full stop in Indonesian. */
export function clockText(clock: string, language: 'id' | 'en'): string {
  return language === 'id' ? clock.replace(':', '.') : clock;
}
