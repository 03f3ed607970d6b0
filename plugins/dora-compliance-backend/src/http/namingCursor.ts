import { CursorError } from '../query/cursor';
import { Fault } from './Fault';

/** Gives the fault of a cursor that is not ours its code. */
export async function namingCursor<T>(answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof CursorError) {
      throw new Fault('cursor-invalid');
    }
    throw error;
  }
}
