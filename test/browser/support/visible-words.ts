import type { Page } from '@playwright/test';
import { areas } from './words.ts';

/** What people read or hear: text, and names, hints and tooltips. Not what stands in `code`, nor what they typed. */
async function phrases(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!parent || parent.closest('code, pre, script, style, noscript, textarea')) continue;
      found.push(walker.currentNode.textContent?.trim() ?? '');
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description']) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name) ?? '');
    }
    return found.filter((phrase) => phrase !== '');
  });
}

const untranslated = new RegExp(`(^|[\\s(])(${areas.join('|')})(\\.[a-zA-Z0-9_-]+)+($|[\\s),])`);

const machineWords = [
  /{{|}}/,
  /\b(undefined|null|NaN|Invalid Date)\b|\[object /,
  /\btier-[12]\b/,
  // camelCase, snake_case, instants and durations as computers write them
  /\b[a-z]+[A-Z][a-z]+\w*/,
  /\b[a-z]+_[a-z]+\w*/,
  /\d{4}-\d\d-\d\dT\d\d/,
  /\bP(\d+D)?T\d+[HMS]/,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-/,
];

/** Phrases of a page that were meant for a machine. */
export async function machineWordsOn(page: Page, { isTechnical = false } = {}): Promise<string[]> {
  const all = await phrases(page);
  const isFault = (phrase: string): boolean =>
    untranslated.test(phrase) || (!isTechnical && machineWords.some((pattern) => pattern.test(phrase)));
  return [...new Set(all.filter(isFault))];
}
