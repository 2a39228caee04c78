import assert from 'node:assert/strict';
import { keyFigures, readAs, runFacts, runLine } from '../../../webview/answer/runFacts';
import { exampleReport } from '../exampleReport';
import { exampleRun } from '../exampleRun';

describe('keyFigures', () => {
  it('shows pass@1, pass@k and both verdicts, each labelled', () => {
    const figures = keyFigures(exampleReport(2));
    assert.deepEqual(figures.map((fact) => fact.name), ['pass@1', 'pass@2', 'This benchmark (5 prompts)', 'Population of such prompts', 'Cosine']);
    // (0 + 1/20 + 1/2 + 19/20 + 1)/5
    assert.equal(figures[0].value, '0.500');
    assert.equal(figures[2].value, 'conflict');
    assert.equal(figures[3].value, 'inconclusive');
    assert.match(figures[3].detail ?? '', /^−0\.200? \(95% CI /);
  });

  it('does not show pass@1 twice', () => assert.deepEqual(keyFigures(exampleReport(1)).map((fact) => fact.name).slice(0, 2), ['pass@1', 'This benchmark (5 prompts)']));

  it('shows no verdict without gradients', () => {
    const figures = keyFigures(exampleReport(2, { gradients: null }));
    assert.deepEqual(figures.map((fact) => fact.name), ['pass@1', 'pass@2', 'Effective prompts']);
    // 5²/(2² + 1.9² + 1 + 0.1²) = 25/8.62
    assert.equal(figures[2].value, '2.90');
  });
});

describe('runLine', () => {
  it('says what was read and what the agreement rests on', () => {
    assert.equal(runLine(exampleReport(2), exampleRun().fields), '5 prompts · 100 samples (20 each) · prompt_grad, per prompt · plug-in (biased) · d = 8 · generic: prompt ← prompt_id, verdict ← correct');
  });
  it('says that gradients are still to come, and that the log is followed', () => {
    assert.match(runLine(exampleReport(2, { gradients: null }), [], { partial: true }), / · gradients not read yet · generic$/);
    assert.match(runLine(exampleReport(2, { gradients: null }), [], { partial: false, following: true }), / · no gradients · generic · following$/);
  });
  it('says that there are no gradients', () => assert.match(runLine(exampleReport(2, { gradients: null }), []), / · no gradients · generic$/));
});

describe('runFacts', () => {
  it('names file, fields, k/n and the population', () => {
    const facts = new Map(runFacts(exampleReport(2), exampleRun()).map((fact) => [fact.name, fact.value]));
    assert.equal(facts.get('File'), 'run.jsonl');
    assert.equal(facts.get('k/n'), '2/20');
    assert.equal(facts.get('J1 is the mean over'), '5 prompts');
    assert.equal(facts.get('Gradients'), 'prompt_grad, per prompt · plug-in (biased) · d = 8');
  });
});

describe('readAs', () => {
  it('counts the files that are read otherwise', () => {
    assert.equal(readAs([{ verdict: 'acc', prompt: 'doc_id' }, { verdict: 'acc', prompt: 'doc_id' }, { verdict: 'passed' }]), 'verdict ← acc, prompt ← doc_id; 1 file read otherwise');
    assert.equal(readAs([]), '');
  });
});
