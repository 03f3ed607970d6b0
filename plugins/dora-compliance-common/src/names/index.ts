export { isMisspelt, nearestName, suggestName } from './nearestName';
