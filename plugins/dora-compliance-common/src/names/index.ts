export { changesChannel, type ChangesMessage } from './changesChannel';
export { isMisspelt, nearestName, suggestName } from './nearestName';
