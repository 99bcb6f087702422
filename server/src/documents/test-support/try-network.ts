import { connect } from 'node:net';

/** Says whether somebody can be reached at a port of this machine. */
const socket = connect(Number(process.argv[2]), '127.0.0.1');
socket.once('connect', () => {
  process.stdout.write('connected');
  socket.destroy();
}).once('error', (error: NodeJS.ErrnoException) => process.stdout.write(String(error.code)));
