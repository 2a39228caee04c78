import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LazyTree } from '../../src/host/lazyTree';

describe('LazyTree', () => {
  it('makes the tree when it is first looked at, once, passes on its changes, and gives it back', async () => {
    const changed = new vscode.EventEmitter<void>();
    let made = 0;
    let given = 0;
    const tree = new LazyTree<string>(async () => {
      made++;
      return { onDidChangeTreeData: changed.event, getChildren: (element) => (element === undefined ? ['a'] : []), getTreeItem: (element) => new vscode.TreeItem(element), dispose: () => given++ };
    });
    assert.equal(made, 0);
    assert.deepEqual(await Promise.all([tree.getChildren(), tree.getChildren('a')]), [['a'], []]);
    assert.equal(made, 1);
    assert.equal((await tree.getTreeItem('a')).label, 'a');
    let heard = 0;
    tree.onDidChangeTreeData(() => heard++);
    changed.fire();
    assert.equal(heard, 1);
    tree.dispose();
    assert.equal(given, 1);
    changed.fire();
    assert.equal(heard, 1);
  });
});
