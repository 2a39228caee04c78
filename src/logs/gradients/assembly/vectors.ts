// All that the module of score vectors offers.
export { keepRow } from './kept';
export { products } from './products';
export { promptProducts } from './promptProducts';
export { setRows } from './rows';
export { setSpread, spreadRows } from './spread';
export { addRows } from './sums';
