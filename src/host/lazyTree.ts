import * as vscode from 'vscode';

type Made<T> = vscode.TreeDataProvider<T> & Partial<vscode.Disposable>;

/** A tree whose content is made, and its code loaded, when the view is first looked at. */
export class LazyTree<T> implements vscode.TreeDataProvider<T>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<T | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #making: Promise<Made<T>> | null = null;
  #made: Made<T> | null = null;
  #listener: vscode.Disposable | undefined;

  constructor(private readonly make: () => Promise<Made<T>>) {}

  async getChildren(element?: T): Promise<T[]> {
    this.#making ??= this.make();
    const made = await this.#making;
    if (this.#made === null) {
      this.#made = made;
      this.#listener = made.onDidChangeTreeData?.((changed) => this.#changed.fire(changed instanceof Array ? undefined : (changed ?? undefined)));
    }
    return (await made.getChildren(element)) ?? [];
  }

  /** Of an element that getChildren gave. */
  getTreeItem(element: T): vscode.TreeItem | Thenable<vscode.TreeItem> {
    if (this.#made === null) throw new Error('a tree item was asked for before the tree');
    return this.#made.getTreeItem(element);
  }

  dispose(): void {
    this.#listener?.dispose();
    this.#made?.dispose?.();
    this.#changed.dispose();
  }
}
