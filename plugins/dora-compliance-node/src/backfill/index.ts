export {
  backfillStage,
  type BackfillSpan,
  type BackfillStage,
  type StageStep,
} from './BackfillStage';
export { runBackfill } from './runBackfill';
