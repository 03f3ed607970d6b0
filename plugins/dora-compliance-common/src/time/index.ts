export { Instant, parseInstant, toInstant } from './Instant';
export { Day } from './Day';
export {
  Duration,
  addDuration,
  RecoveryObjective,
  subtractDuration,
} from './Duration';
