import assert from 'node:assert/strict';
import { recogniseFormats } from '../../src/logs/formats/recogniseFormats';
import type { LogSink } from '../../src/logs/recordSink';
import { headLayout } from '../../src/logs/scan/headLayout';
import { promptName, ROW, rowVector, VECTOR } from '../../src/logs/scan/plainRows';
import { recordScanner } from '../../src/logs/scan/recordScanner';
import { recordSource } from '../../src/logs/scan/recordSource';
import { fixture, fixtureNames } from './fixtureFiles';
import { outcome, readLog } from './readLog';
import { spoiledChunks } from './spoiledChunks';

/**
 * A way to read a fixture again and again, as LogReader does from its head on, that tells all that came of it: samples with their places, facts,
 * notes, broken records. The scanner is made once, which takes longer than to read a fixture.
 */
function readAgain(bytes: Uint8Array, fileName: string): (chunkBytes: number) => string {
  const layout = headLayout(bytes, true);
  const [found] = recogniseFormats(layout, fileName);
  const reader = found?.format.reader(found.detection.fields, fileName);
  const wish = { paths: reader?.paths ?? ['value'], vectorPath: reader?.vectorPath ?? -1, plain: reader?.plain ?? null };
  const scanner = recordScanner(wish);
  let said: string[] = [];
  let at = '';
  const sink: Omit<LogSink, 'recordAt'> = {
    wantsGradients: true,
    sample: (draft) => {
      said.push(`${at} ${draft.run}: ${draft.promptId} ${draft.verdict} ${draft.score} ${draft.sampleIndex} ${draft.element} ${draft.promptMark} ${draft.answer} ${draft.length} ${draft.category} ${draft.scoreGrad?.join()}`);
    },
    promptFacts: (facts) => void said.push(`${at} ${JSON.stringify(facts)}`),
    textsOf: (promptId, run) => void said.push(`${at} texts of ${run}: ${promptId}`),
    malformed: (reason) => void said.push(`${at} ${reason}`),
    note: (sentence) => void said.push(sentence),
    tally: (sentence) => void said.push(sentence),
  };
  return (chunkBytes) => {
    said = [];
    const source = recordSource(found?.container ?? layout.container, wish, {
      record: (record, offset) => {
        at = `${record.line}/${offset}`;
        if (reader === undefined) said.push(`${at} ${JSON.stringify(record.json(0))}`);
        else reader.read(record, sink);
      },
      broken: (line, reason) => void said.push(`${line} ${reason}`),
      plain: (rows) => {
        for (let row = rows.first; row < rows.first + rows.count * ROW; row += ROW) {
          const [number, , bits, sampleIndex, start, lines, ...others] = rows.numbers.subarray(row, row + VECTOR);
          const { run, id } = promptName(rows, number!);
          said.push(`${rows.line + lines!}/${rows.offset + start!} ${run}: ${id} ${bits} ${sampleIndex} ${others.join()} ${rowVector(rows.numbers, row)?.join()}`);
        }
      },
    }, 0, scanner);
    for (const chunk of spoiledChunks(bytes, chunkBytes)) source.push(chunk);
    source.end();
    return `${said.join('\n')}\n${source.lines} lines`;
  };
}

describe('fixtures in chunks', () => {
  it('give the same samples, notes and reasons at every chunk size', function () {
    this.timeout(120_000);
    let readings = 0;
    let things = 0;
    for (const name of fixtureNames()) {
      const bytes = fixture(name);
      const read = readAgain(bytes, name);
      // The first reading makes the scanner know the prompts' categories.
      read(bytes.length + 1);
      const whole = read(bytes.length + 1);
      things += whole.split('\n').length - 1;
      for (let chunkBytes = 1; chunkBytes <= bytes.length; chunkBytes++, readings++) {
        const cut = read(chunkBytes);
        if (cut !== whole) assert.equal(cut, whole, `${name} in chunks of ${chunkBytes} bytes`);
      }
    }
    assert.ok(readings > 30_000 && things > 300, `${readings} ${things}`);
  });

  it('are recognised and counted the same', () => {
    for (const name of fixtureNames()) {
      const bytes = fixture(name);
      const whole = outcome(readLog(bytes, name));
      for (const chunkBytes of [1, 2, 3, 7, 64, bytes.length]) assert.deepEqual(outcome(readLog(bytes, name, Math.max(1, chunkBytes))), whole, `${name} in chunks of ${chunkBytes} bytes`);
    }
  });
});
