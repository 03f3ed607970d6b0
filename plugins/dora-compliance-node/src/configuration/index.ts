export { ConfigurationError } from './ConfigurationError';
export { readConfig } from './config';
export {
  configObject,
  duration,
  durationOrFalse,
  flag,
  isoDuration,
  numberWithin,
  oneOf,
  secretList,
  secretText,
  text,
  textList,
} from './configTypes';
export { isMisspelt, nearestName } from './nearestName';
export { unknownKey } from './problemsIn';
export { webAddress } from './webAddress';
