import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import type { Picture } from '../../../webview/charts/picture';
import { weightedAgreementPanel } from '../../../webview/charts/weightedAgreementPanel';
import { weightPanel } from '../../../webview/charts/weightPanel';
import { exampleReport } from '../exampleReport';

/** id → y of every point drawn. */
function points(picture: Picture, report = exampleReport(2)): Map<string, number> {
  return new Map(picture.clouds.flatMap((cloud) => Array.from(cloud.prompt, (prompt, at): [string, number] => [report.promptTable[prompt].id, cloud.y[at]])));
}

function rounded(values: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...values].map(([id, value]) => [id, Math.round(value * 1e9) / 1e9]));
}

describe('agreementPanel', () => {
  const picture = agreementPanel(exampleReport(2));

  it('draws each prompt whose agreement is known, and no other', () => {
    assert.deepEqual(Object.fromEntries(points(picture)), { hard: -2, middle: 3, easy: 1 });
  });

  it('counts the unknown ones by their reason', () => {
    assert.deepEqual(picture.notes.slice(2), ['2 prompts unknown: one verdict only (1 unsolved, 1 saturated).']);
  });

  it('draws the 95% interval of the agreement', () => {
    const [hard] = picture.clouds;
    assert.ok(hard.error !== null);
    assert.ok(Math.abs(hard.error[0] - 1.959963984540054 / 2) < 1e-6);
  });

  it('draws no interval where it is unknown', () => {
    const report = exampleReport(2);
    const rows = report.promptTable.map((row) => ({ ...row, agreementCi: null }));
    assert.deepEqual([...(agreementPanel({ ...report, promptTable: rows }).clouds[0].error ?? [])], [NaN]);
  });

  it('tells groups apart by shape, not by colour alone', () => {
    assert.deepEqual(picture.clouds.map((cloud) => [cloud.name, cloud.shape]), [['hard', 'triangle'], ['middle', 'rect'], ['easy', 'circle']]);
  });

  it('names source and estimator', () => assert.equal(picture.basis, 'prompt_grad, per prompt · plug-in (biased) · d = 8'));

  it('has a table that says the same', () => {
    assert.equal(picture.twin.rows, 3);
    const rows = Array.from({ length: 3 }, (_, row) => [picture.twin.cell(row, 0), picture.twin.cell(row, 3), picture.twin.prompt(row)]);
    assert.deepEqual(rows, [['hard', '−2.00', 1], ['middle', '3.00', 2], ['easy', '1.00', 3]]);
  });

  it('without gradients draws nothing and says what is missing and how to add it', () => {
    const bare = agreementPanel(exampleReport(2, { gradients: null }));
    assert.deepEqual(bare.clouds, []);
    assert.match(bare.missing?.what ?? '', /no gradients/);
    assert.match(bare.missing?.how ?? '', /safetensors/);
  });
});

describe('weightPanel', () => {
  it('draws the weight of every prompt, those of 0 on the bottom line', () => {
    const picture = weightPanel(exampleReport(2));
    const drawn = rounded(points(picture));
    assert.deepEqual({ ...drawn, saturated: 0 }, { unsolved: 2, hard: 1.9, middle: 1, easy: 0.1, saturated: 0 });
    assert.equal(drawn['saturated'], picture.y.min);
    assert.ok((picture.y.min ?? 1) < 0.1);
    assert.equal(picture.y.floor, '≈ 0');
    assert.ok(picture.notes.includes('1 prompt on the bottom line: weight 0 or indistinguishable from it.'));
  });

  it('is there without gradients', () => {
    const picture = weightPanel(exampleReport(2, { gradients: null }));
    assert.equal(picture.missing, null);
    assert.equal(points(picture).size, 5);
  });

  it('says so when no weight can be estimated', () => {
    assert.match(weightPanel(exampleReport(500)).missing?.what ?? '', /No prompt has enough samples/);
  });

  it('keeps every drawn weight within the scale at every k', () => {
    for (let k = 1; k <= 21; k++) {
      const picture = weightPanel(exampleReport(k));
      for (const y of points(picture).values()) assert.ok(y >= (picture.y.min ?? NaN) && y <= (picture.y.max ?? NaN), `k = ${k}: ${y}`);
      assert.ok((picture.y.min ?? 0) > 0, `k = ${k}`);
    }
  });
});

describe('weightedAgreementPanel', () => {
  const picture = weightedAgreementPanel(exampleReport(2));

  it('draws weight times agreement', () => assert.deepEqual(rounded(points(picture)), { hard: -3.8, middle: 3, easy: 0.1 }));

  it('draws both means on one scale and prints the shift and the paper\'s number', () => {
    // E[a] = 0.4; E[w] = (2 + 1.9 + 1 + 0.1)/5 = 1, so E[wa]/E[w] = -0.14; the sum is 5 times the mean.
    const levels = picture.marks.flatMap((mark) => (mark.kind === 'level' && mark.label !== '' ? [[mark.label, Math.round(mark.y * 1e9) / 1e9]] : []));
    assert.deepEqual(levels, [['E[a]', 0.4], ['E[wa]/E[w]', -0.14]]);
    assert.equal(picture.notes[0], 'Mean agreement E[a] = 0.400; reweighted E[wa]/E[w] = −0.140; shift −0.540.');
    assert.equal(picture.notes[1], 'Inner product E[wa] = −0.140 (95% CI −0.168 to −0.112); as a sum over prompts −0.700.');
  });
});

describe('the panels of figure 6', () => {
  it('give a prompt the same place from left to right', () => {
    const report = exampleReport(2);
    const placesOf = (picture: Picture): Map<number, number> =>
      new Map(picture.clouds.flatMap((cloud) => Array.from(cloud.prompt, (prompt, at): [number, number] => [prompt, cloud.x[at]])));
    const weights = placesOf(weightPanel(report));
    for (const panel of [agreementPanel(report), weightedAgreementPanel(report)]) {
      for (const [prompt, x] of placesOf(panel)) assert.equal(x, weights.get(prompt));
    }
    // Hardest first within the group, groups side by side.
    const byPlace = [...weights].sort((a, b) => a[1] - b[1]).map(([prompt]) => report.promptTable[prompt].id);
    assert.deepEqual(byPlace, ['unsolved', 'hard', 'middle', 'easy', 'saturated']);
  });

  it('follow the thresholds', () => {
    const report = exampleReport(2, {}, { hardBelow: 0.6, easyAbove: 0.97 });
    assert.deepEqual(weightPanel(report).x.bands, ['hard (3)', 'middle (1)', 'easy (1)']);
    // and back: what is kept between calls must not outlive a change
    assert.deepEqual(weightPanel(exampleReport(2)).x.bands, ['hard (2)', 'middle (1)', 'easy (2)']);
  });
});
