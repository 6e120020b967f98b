import { expect, test } from '../support/people.ts';
import { word } from '../support/words.ts';

test('whoever leaves a form with something typed is asked first, whichever way they leave', async ({ arrive }) => {
  const { page } = await arrive('admin', { path: '/admin/offices' });
  await page.getByRole('link', { name: /Kantor 124/ }).click();
  const name = page.getByLabel(word('admin.field.name'));
  await name.fill('Kantor yang diubah');
  const question = page.getByRole('dialog', { name: word('admin.leave.title') });
  const stay = question.getByRole('button', { name: word('admin.leave.stay') });

  await test.step('by a link', async () => {
    await page.getByRole('link', { name: word('admin.section.systems') }).click();
    await expect(stay).toBeFocused();
    await stay.click();
    await expect(question).toBeHidden();
    await expect(page).toHaveURL(/offices\/124$/);
    await expect(name).toHaveValue('Kantor yang diubah');
  });

  await test.step('by going back', async () => {
    await page.goBack();
    await stay.click();
    await expect(page).toHaveURL(/offices\/124$/);
    await expect(name).toHaveValue('Kantor yang diubah');
  });

  await test.step('by closing the page', async () => {
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  });

  await test.step('and leaves when they mean it', async () => {
    await page.getByRole('link', { name: word('admin.section.systems') }).click();
    await question.getByRole('button', { name: word('admin.leave.leave') }).click();
    await expect(page).toHaveURL(/admin\/systems$/);
    await expect(question).toBeHidden();
  });

  await test.step('nobody is asked when nothing was typed', async () => {
    await page.getByRole('link', { name: word('admin.section.offices'), exact: true }).click();
    await expect(page).toHaveURL(/admin\/offices$/);
    await expect(page.getByRole('link', { name: /Kantor 124/ })).toBeVisible();
  });
});
