import type { Page } from '@playwright/test';
import { fileComplaint, newTrouble } from '../support/complaining.ts';
import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

const mostTabs = 80;

/** Goes there with Tab as people do, and sees on the way that the focus shows. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    const focused = page.locator(':focus');
    // A page that has just come has the focus on its heading.
    if ((await focused.count()) > 0) {
      const isThere = await focused.evaluate((element, wanted) => {
        const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
        const names = [
          element.getAttribute('aria-label'),
          element.textContent,
          ...labels.map((label) => label.textContent),
        ];
        return names.some((one) => one?.trim() === wanted);
      }, name);
      if (isThere) return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${mostTabs} times Tab did not lead to ${name}`);
}

/** Whether the element with the focus looks other than without it. */
async function focusShows(page: Page): Promise<boolean> {
  return page.locator(':focus').evaluate(async (element) => {
    const look = async () => {
      // The border may belong to what is around a field; colours may change slowly.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
      return [element, element.parentElement ?? element].map((one) => {
        const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(one);
        return [outlineStyle, outlineWidth, boxShadow, borderColor].join();
      });
    };
    const focused = await look();
    (element as HTMLElement).blur();
    const without = await look();
    (element as HTMLElement).focus();
    return focused.join() !== without.join();
  });
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  expect(await focusShows(page), `the focus shows on ${name}`).toBe(true);
  await page.keyboard.press('Enter');
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  expect(await focusShows(page), `the focus shows on ${label}`).toBe(true);
  await page.keyboard.type(text);
}

async function signIn(page: Page, username: string): Promise<void> {
  await type(page, word('session.username'), username);
  await type(page, word('session.password'), 'giliran-demo');
  await page.keyboard.press('Enter');
}

test('a complaint is sent without a mouse', async ({ arrive }) => {
  const { page } = await arrive(null, { path: '/' });
  const { title, category, description } = newTrouble('Papan tik saja');
  await signIn(page, 'xyz');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await type(page, word('send.system'), 'SIPD');
  await type(page, word('send.title'), title);
  await type(page, word('send.category'), category);
  await type(page, word('send.description'), description);
  await press(page, word('send.submit'));
  await expect(page.getByRole('heading', { name: word('send.sent.new') })).toBeFocused();
  await press(page, word('send.sent.open'));
  await expect(page.getByRole('heading', { name: title })).toBeFocused();
});

test('an agent takes and resolves a case without a mouse', async ({ arrive }) => {
  const ghi = await arrive('ghi');
  const trouble = newTrouble('Diselesaikan dengan papan tik');
  const { number, agent } = await fileComplaint(ghi, trouble);
  const { page } = await arrive(null, { path: '/' });
  await signIn(page, agent?.id ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await press(page, trouble.title);
  await expect(page).toHaveURL(new RegExp(`/cases/${number}$`));
  await press(page, word('agentCase.move.acknowledge.button'));
  await expect(page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
  await press(page, word('agentCase.move.resolve.button'));
  await expect(page.getByLabel(word('agentCase.move.resolve.label'))).toBeFocused();
  await page.keyboard.type('Sudah diatur ulang.');
  await press(page, word('agentCase.move.resolve.submit'));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Sudah diatur ulang.')).toBeVisible();
  // The focus is somewhere from which one can go on.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('one letter does one thing, and only while nobody writes', async ({ arrive }) => {
  const def = await arrive('def');
  const { number, agent } = await fileComplaint(def, newTrouble('Pintasan huruf'));
  const { page } = await arrive(agent?.id ?? '', { path: `/cases/${number}` });
  await expect(page.getByRole('button', { name: word('agentCase.move.acknowledge.button') })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByLabel(word('conversation.reply.label'))).toBeFocused();
  await page.keyboard.type('sae');
  await expect(page.getByLabel(word('conversation.reply.label'))).toHaveValue('sae');
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('a');
  await expect(page.getByText(word('status.inProgress'), { exact: true })).toBeVisible();
});
