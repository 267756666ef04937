import { createClient, RESP_TYPES } from '@redis/client';

/** One connection to a store, used until it fails once. */
export interface Connection {
  /** Bytes come as buffers. Throws where the store refuses, and where the connection ends first. */
  send(command: readonly (string | Buffer)[]): Promise<unknown>;
  /** Digests of scripts that were sent over it. */
  readonly scripts: Set<string>;
  end(): void;
}

const CONNECT_MS = 1000;
/** Waiting for their answers; a store that lags behind by more gets no further ones. */
const MOST_COMMANDS = 1000;

/** `failed` is called where it ends by itself. Throws where there is no store that can be used. */
export async function connectStore(url: string, failed: () => void): Promise<Connection> {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_COMMANDS,
    maintNotifications: 'disabled',
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
  });
  let isEnded = false;
  // A client without a listener would end the process.
  client.on('error', () => void (isEnded || failed()));
  const end = (): void => {
    isEnded = true;
    if (client.isOpen) client.destroy();
  };
  const tooLate = setTimeout(end, CONNECT_MS);
  try {
    await client.connect();
  } catch (failure) {
    end();
    throw failure;
  } finally {
    clearTimeout(tooLate);
  }
  const options = { typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } };
  return { send: (command) => client.sendCommand(command, options), scripts: new Set(), end };
}

/** Whether the store itself has answered, though not well. */
export { ErrorReply as StoreRefusal } from '@redis/client';
