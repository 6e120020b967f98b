import { axeViolations } from '../support/accessibility.ts';
import { expect, test } from '../support/people.ts';
import { settled } from '../support/settled-page.ts';
import { word } from '../support/words.ts';

/** A desk of its own: at the demo desk other stories count hours. */
const desk = () => `unit-${Date.now().toString(36)}`;

test('an administrator changes when a desk works: its hours, a holiday, a shorter day', async ({ arrive }) => {
  const admin = await arrive('admin');
  const { page } = admin;
  const id = desk();
  await admin.call('POST', '/v1/desks', { id, name: 'Unit percobaan' });
  await page.goto(`/admin/desks/${id}`);
  const week = page.getByRole('group', { name: word('admin.calendar.week') });
  const wednesday = week.getByRole('group', { name: word('admin.field.wednesday'), exact: true });
  const hours = { day: word('admin.field.wednesday'), no: 1 };
  const enabled = page.getByLabel(word('admin.field.enabled'));
  if (!(await enabled.isChecked())) await page.getByText(word('admin.field.enabled')).click();

  await wednesday.getByLabel(word('admin.calendar.from', hours)).fill('8');
  await wednesday.getByLabel(word('admin.calendar.to', hours)).fill('14.30');
  await page.getByLabel(word('admin.calendar.holidayToAdd')).fill('24/12/2026');
  await page.getByRole('button', { name: word('admin.calendar.addHoliday') }).click();
  await page.getByLabel(word('admin.calendar.exceptionToAdd')).fill('31 Desember 2026');
  await page.getByRole('button', { name: word('admin.calendar.addException') }).click();
  const shorter = page.getByRole('group', { name: 'Kamis, 31 Desember 2026' });
  await shorter.getByLabel(word('admin.calendar.reason')).fill('Akhir tahun');
  await page.getByRole('button', { name: word('admin.save'), exact: true }).click();
  await expect(page.getByText(word('admin.saved'))).toBeVisible();

  await page.reload();
  await expect(wednesday.getByLabel(word('admin.calendar.to', hours))).toHaveValue('14.30');
  await expect(page.getByRole('list', { name: word('admin.field.holidays') })).toContainText('Kamis, 24 Desember 2026');
  await expect(shorter.getByLabel(word('admin.calendar.reason'))).toHaveValue('Akhir tahun');
  expect(await admin.call('GET', `/v1/desks/${id}`)).toMatchObject({
    desk: {
      settings: {
        businessHours: {
          weekly: { wednesday: [{ from: '08:00', to: '14:30' }] },
          holidays: ['2026-12-24'],
          exceptions: [{ date: '2026-12-31', name: 'Akhir tahun', periods: [{ from: '07:30', to: '12:00' }] }],
        },
      },
    },
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the days one chooses from are readable, ${colorScheme}`, async ({ arrive }) => {
    const { page } = await arrive('admin', { path: '/admin/desks/layanan', options: { colorScheme } });
    await page.getByLabel(word('admin.calendar.holidayToAdd')).click();
    const days = page.getByRole('table');
    await expect(days).toBeVisible();
    await settled(page);
    expect(await axeViolations(page)).toEqual([]);
    await days.getByRole('button').nth(9).click();
    await page.getByLabel(word('admin.calendar.holidayToAdd')).click();
    await expect(days.locator('[data-selected]')).toBeVisible();
    await settled(page);
    expect(await axeViolations(page), 'with a day chosen').toEqual([]);
  });
}
