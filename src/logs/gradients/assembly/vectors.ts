// All that the module of score vectors offers.
export { halves } from './halves';
export { project } from './projector';
