export { german } from './german';
