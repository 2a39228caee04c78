import assert from 'node:assert/strict';
import { agreementPanel } from '../../../webview/charts/agreementPanel';
import { twinCsv } from '../../../webview/charts/twinCsv';
import { exampleReport } from '../exampleReport';

describe('twinCsv', () => {
  it('writes every row, with minus signs that programs read', () => {
    assert.equal(
      twinCsv(agreementPanel(exampleReport(2)).twin),
      'Prompt,Group,Pass rate,Agreement,± SE\r\nhard,hard,0.050,-2.00,0.50\r\nmiddle,middle,0.500,3.00,0.50\r\neasy,easy,0.950,1.00,0.25\r\n',
    );
  });

  it('keeps what is in an id, whatever it is', () => {
    const ids = ['a,b', 'say "x"', 'two\nlines', '−1.5e−7', 'plain'];
    const csv = twinCsv({ columns: [{ title: 'Prompt', numeric: false, width: 1 }], rows: ids.length, cell: (row) => ids[row], prompt: () => null });
    assert.equal(csv, 'Prompt\r\n"a,b"\r\n"say ""x"""\r\n"two\nlines"\r\n-1.5e-7\r\nplain\r\n');
  });
});
