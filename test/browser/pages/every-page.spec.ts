import { axeViolations } from '../support/accessibility.ts';
import { pages, visitOf } from '../support/page-list.ts';
import { demo, expect, test } from '../support/people.ts';
import { settled } from '../support/settled-page.ts';
import { machineWordsOn } from '../support/visible-words.ts';

const widths = [1280, 390];
const themes = ['light', 'dark'] as const;

for (const listed of pages) {
  for (const language of ['id', 'en'] as const) {
    test(`${listed.name}, ${language}: only words for people, nothing for axe, nothing beside the screen`, async ({
      arrive,
    }) => {
      const [as, path] = visitOf(listed, demo);
      const { page, faults } = await arrive(as, { language, path });
      faults.allow(/status of 404.*\/v1\/complaints\/000000-NONE/);
      await settled(page);
      expect(await machineWordsOn(page, listed)).toEqual([]);
      for (const width of widths) {
        await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
        for (const colorScheme of themes) {
          await page.emulateMedia({ colorScheme });
          await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
          await settled(page);
          expect.soft(await axeViolations(page), `axe at ${width}, ${colorScheme}`).toEqual([]);
        }
        const beside = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(beside, `px beside a screen of ${width}`).toBeLessThanOrEqual(0);
      }
    });
  }
}
