import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can fall silent: nothing passes, nothing ends. */
export class SilentLine {
  readonly #sockets = new Set<Socket>();
  readonly #server;
  #isSilent = false;

  constructor(to: { host: string; port: number }) {
    this.#server = createServer(near => {
      const far = connect(to);
      this.#join(near, far);
      this.#join(far, near);
    });
  }

  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  fallSilent(isSilent = true): void {
    this.#isSilent = isSilent;
  }

  close(): void {
    this.#server.close();
    this.#sockets.forEach(socket => socket.destroy());
  }

  #join(from: Socket, to: Socket) {
    this.#sockets.add(from);
    from.on('data', data => {
      if (!this.#isSilent) {
        to.write(data);
      }
    });
    from.on('error', () => {});
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
