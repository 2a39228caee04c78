import assert from 'node:assert/strict';
import { t, translate } from '../../src/texts/t';

describe('t', () => {
  afterEach(() => translate({}));

  it('gives the text as it is written where there is no translation, numbers and all', () => {
    assert.equal(t`no gradients`, 'no gradients');
    assert.equal(t`${3} of ${'12'} prompts`, '3 of 12 prompts');
    assert.equal(t`${'a{1}'} and ${'b'}`, 'a{1} and b');
    assert.equal(t`k = ${0}`, 'k = 0');
    assert.equal(t`${''}: none`, ': none');
  });

  it('gives the translation, whose places may stand in another order', () => {
    translate({ 'no gradients': 'keine Gradienten', '{0} of {1} prompts': 'von {1} Prompts {0}', constructor: 'Erbauer' });
    assert.equal(t`no gradients`, 'keine Gradienten');
    assert.equal(t`${3} of ${12} prompts`, 'von 12 Prompts 3');
    assert.equal(t`toString`, 'toString');
    assert.equal(t`constructor`, 'Erbauer');
  });
});
