export { webLink } from './webLink';
