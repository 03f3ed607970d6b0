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
  text,
  textList,
} from './configTypes';
export { secretList, secretText } from './secretList';
export { unknownKey } from './problemsIn';
export { webAddress } from './webAddress';
