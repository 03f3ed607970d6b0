import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { run } from './command.mjs';

/**
 * Where a step writes: a file of its own, so that the terminal shows one line
 * a step. What the programs of a step print is shown only when it fails.
 */
export class StepLog {
  #fd;
  #closed = false;

  /** @param file - is overwritten */
  constructor(file) {
    mkdirSync(path.dirname(file), { recursive: true });
    this.file = file;
    this.#fd = openSync(file, 'w');
  }

  /** For `spawn`: output goes to the file, input comes from nowhere. */
  get stdio() {
    return ['ignore', this.#fd, this.#fd];
  }

  /** The same for programs of which only errors are of interest. */
  get errors() {
    return this.stdio;
  }

  /** Runs a program to its end and answers its exit code. */
  run(command, args, options) {
    return run(command, args, { stdio: this.stdio, ...options });
  }

  /** After `close` nothing is written. */
  write(text) {
    if (!this.#closed) {
      writeSync(this.#fd, text);
    }
  }

  say(line) {
    this.write(`${line}\n`);
  }

  /** The last lines, without the colors of a terminal. */
  tail(lines) {
    const text = readFileSync(this.file, 'utf8').trimEnd();
    // eslint-disable-next-line no-control-regex
    const plain = text.replace(/\u001b\[[0-9;]*m/g, '');
    return plain.split('\n').slice(-lines).join('\n');
  }

  close() {
    this.#closed = true;
    closeSync(this.#fd);
  }
}

/** The same for commands that show what they do. */
export const terminal = {
  stdio: 'inherit',
  errors: ['ignore', 'ignore', 'inherit'],
  run,
  say: line => console.log(line),
};
