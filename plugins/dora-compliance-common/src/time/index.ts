export { Instant, parseInstant, instantOf } from './Instant';
export { Duration, addDuration, subtractDuration } from './Duration';
