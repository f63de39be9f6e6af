import * as ws from 'ws';

/** What `ws` has for those who send one message to many sockets, and what its types leave out. */
interface FrameSender {
  sendFrame(frame: readonly Buffer[], sent: (error?: Error | null) => void): void;
}
const { Sender } = ws as unknown as {
  readonly Sender: {
    frame(payload: Buffer, options: { readonly [option: string]: boolean | number }): readonly Buffer[];
  };
};

const TEXT = 1;

/** A text message as one WebSocket frame (RFC 6455), unmasked, uncompressed: the same bytes for every screen. */
export function textFrame(text: string): readonly [Buffer] {
  const parts = Sender.frame(Buffer.from(text), { opcode: TEXT, fin: true, rsv1: false, mask: false, readOnly: true });
  // Header and payload in one piece are one write for each socket, not two.
  return [Buffer.concat(parts)];
}

/** Sends a whole frame; `sent` when the machine has taken it, or with the error. The socket must not compress. */
export function sendFrame(socket: ws.WebSocket, frame: readonly [Buffer], sent: (error?: Error | null) => void): void {
  const { _sender: sender } = socket as unknown as { readonly _sender: FrameSender };
  if (socket.readyState === socket.OPEN) sender.sendFrame(frame, sent);
  else sent(new Error('The socket is not open'));
}
