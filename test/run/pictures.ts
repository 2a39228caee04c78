// npm run pictures: takes the README's pictures anew, of the sample log in the real editor.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWorkspace, openWorkbench, strike } from '../e2e/stage';
import { buildVsix } from './build.mjs';
import { root } from './command.mjs';
import { installPrograms } from './debian.mjs';
import { installHost } from './installHost.mjs';

const folder = join(root, 'media/pictures');
const media = (name: string): Uint8Array => readFileSync(join(root, 'media', name));

async function takePictures(): Promise<void> {
  const workbench = await openWorkbench(makeWorkspace({ 'sample.jsonl': media('sample.jsonl'), 'sample.grads.safetensors': media('sample.grads.safetensors') }));
  const { page, report } = workbench;
  const take = async (name: string): Promise<void> => {
    await page.mouse.move(2, 2);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  };
  await page.setViewportSize({ width: 1280, height: 800 });
  await workbench.inspect('sample.jsonl');
  await report.answer.filter({ hasText: /^Pass@8 training would lower pass@1/ }).waitFor();
  await page.keyboard.press('Control+B');
  await page.locator('.sidebar').waitFor({ state: 'hidden' });
  await report.chart(/^A /).locator('canvas').waitFor();
  await take('report');
  const heatmap = report.chart('Interference between prompts');
  await heatmap.scrollIntoViewIfNeeded();
  await heatmap.locator('canvas').waitFor();
  await heatmap.getByText('help each other').waitFor();
  await take('interference');
  await report.filter.fill('interference:negative');
  await report.open(await report.rows.first().getByRole('gridcell').first().innerText());
  await report.pane.getByRole('checkbox', { name: 'Correct beside wrong' }).click();
  await take('prompt');
  await report.pane.getByRole('button', { name: 'Close prompt' }).click();
  await report.frame.getByRole('button', { name: 'Try dropping, capping or reweighting prompts' }).click();
  await report.frame.getByText('Pass@8 as it is').scrollIntoViewIfNeeded();
  await take('what-if');
}

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await installPrograms({ browser: true, compiler: false });
  await installHost();
  await buildVsix();
  try {
    await takePictures();
  } finally {
    await strike();
  }
}

void main();
