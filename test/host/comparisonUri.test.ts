import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { comparedRuns, comparisonUri } from '../../src/host/comparisonUri';
import { runUri } from '../../src/host/runUri';

const file = (path: string): vscode.Uri => vscode.Uri.file(path);

describe('comparisonUri', () => {
  it('holds the runs in order, and survives being written down', () => {
    const uri = comparisonUri([file('/w/runs/after & before.jsonl'), file('/w/other/b.jsonl')]);
    assert.deepEqual(comparedRuns(vscode.Uri.parse(uri.toString())), [{ paths: ['/w/runs/after & before.jsonl'] }, { paths: ['/w/other/b.jsonl'] }]);
  });

  it('is called as its runs are, for the tab', () => {
    assert.equal(comparisonUri([file('/w/a.jsonl'), file('/w/x/b.jsonl')]).path, '/w/a.jsonl ↔ b.jsonl');
    assert.equal(comparisonUri(['s1', 's2', 's3'].map((name) => file(`/w/${name}.jsonl`))).path, '/w/s1.jsonl ↔ … (3)');
  });

  it('keeps all files of a run of several', () => {
    const shards = runUri([file('/w/rank0.jsonl'), file('/w/rank1.jsonl')]);
    assert.deepEqual(comparedRuns(comparisonUri([shards, file('/w/b.jsonl')])), [{ paths: ['/w/rank0.jsonl', '/w/rank1.jsonl'] }, { paths: ['/w/b.jsonl'] }]);
  });

  it('refuses less than two runs', () => {
    assert.throws(() => comparisonUri([file('/w/a.jsonl')]), RangeError);
  });

  for (const query of ['', '["a.jsonl","b.jsonl"]', '{', '{"compare":7}', '{"other":[]}']) {
    it(`takes a uri with the query ${JSON.stringify(query)} for a run`, () => assert.equal(comparedRuns(file('/w/a.jsonl').with({ query })), null));
  }
});
