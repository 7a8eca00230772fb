/** A real SMTP server on this machine. It keeps what it took, and misbehaves as it is told to. */
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/**
 * `busy` answers that it should be tried again, `refusing` that it knows no such mailbox; `hanging-up` goes away in the
 * middle of the message, `forgetful` after it took the message and before it said so; `slow` thinks for a second.
 */
export type Manners = 'well' | 'busy' | 'refusing' | 'hanging-up' | 'forgetful' | 'slow';

export type Taken = {
  /** As the sender told the server, outside of the message. */
  readonly to: readonly string[];
  readonly mail: Email;
  /** Byte for byte. */
  readonly source: string;
};

export type MailServer = {
  /** For SMTP_URL. */
  readonly url: string;
  readonly taken: readonly Taken[];
  readonly behave: (manners: Manners) => void;
  readonly forgetAll: () => void;
  /** As a machine that is switched off. */
  readonly stop: () => Promise<void>;
  /** On the same address again. */
  readonly startAgain: () => Promise<void>;
};

export async function startMailServer(): Promise<MailServer> {
  const taken: Taken[] = [];
  let manners: Manners = 'well';
  let { port, server } = await listening(0);

  async function listening(wanted: number) {
    const listener = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (_address, _session, answer) =>
        answer(manners === 'refusing' ? said(550, 'No such mailbox here') : null),
      onData: (stream, session, answer) => {
        take(stream, session).then(
          () => answer(manners === 'busy' ? said(451, 'Later') : null),
          // The connection is gone, as it was meant to be.
          () => undefined,
        );
      },
    });
    // A client that goes away is no fault of the server's.
    listener.on('error', () => undefined);
    listener.listen(wanted, '127.0.0.1');
    await once(listener.server, 'listening');
    return { server: listener, port: (listener.server.address() as AddressInfo).port };
  }

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    if (manners === 'hanging-up') socketOf(session)?.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const source = Buffer.concat(chunks).toString();
    if (manners === 'slow') await new Promise((resolve) => setTimeout(resolve, 1000));
    if (manners === 'busy' || manners === 'hanging-up') return;
    const to = session.envelope.rcptTo.map(({ address }) => address);
    taken.push({ to, mail: await PostalMime.parse(source), source });
    if (manners === 'forgetful') socketOf(session)?.destroy();
  }

  function socketOf({ id }: SMTPServerSession): Socket | undefined {
    const connections = server.connections as unknown as Set<{
      session: { id: string };
      _socket: Socket;
    }>;
    return [...connections].find(({ session }) => session.id === id)?._socket;
  }

  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    behave: (as) => {
      manners = as;
    },
    forgetAll: () => taken.splice(0),
    stop: () => new Promise((done) => server.close(() => done())),
    startAgain: async () => {
      ({ port, server } = await listening(port));
    },
  };
}

function said(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
