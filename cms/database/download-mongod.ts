/** `node cms/database/download-mongod.ts FOLDER`: MongoDB's own download, checked. A program of its own, so that it can be stopped. */
import { DryMongoBinary } from 'mongodb-memory-server-core/lib/util/DryMongoBinary.js';
import { MongoBinary } from 'mongodb-memory-server-core/lib/util/MongoBinary.js';

const [downloadDir = '.'] = process.argv.slice(2);
const wanted = await DryMongoBinary.generateOptions({
  version: '7.0.14',
  downloadDir,
});
await MongoBinary.download({ ...wanted, checkMD5: true });
