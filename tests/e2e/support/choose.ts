import type { Page } from 'playwright-core';

/** Chooses an option of a list by its title, in the last field on the page that has the label. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).last().click();
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click();
}
