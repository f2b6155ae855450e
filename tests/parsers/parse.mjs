// Lets another tool's own parser read a file and prints what it understood: { tables: { name: [columns] }, references }.
// usage: node parse.mjs dbml|mermaid|prisma|json-schema FILE [DATA]
import { readFileSync } from 'node:fs';

const [format, file, data] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');

const parsers = {
  async dbml() {
    const { Parser, ModelExporter } = await import('@dbml/core');
    let database;
    try {
      database = new Parser().parse(text, 'dbmlv2');
    } catch (error) {
      throw new Error(JSON.stringify(error.diags ?? error.message));
    }

    const model = JSON.parse(ModelExporter.export(database, 'json', false));
    const tables = model.schemas.flatMap((schema) => schema.tables);
    return {
      tables: Object.fromEntries(tables.map((table) => [table.name, table.fields.map((field) => field.name)])),
      references: model.schemas.flatMap((schema) => schema.refs).length,
    };
  },

  async mermaid() {
    const { default: mermaid } = await import('mermaid');
    mermaid.initialize({ maxTextSize: 10_000_000, maxEdges: 100_000 });
    await mermaid.parse(text);
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return {
      tables: Object.fromEntries([...db.getEntities()].map(([name, entity]) => [name, entity.attributes.map((attribute) => attribute.name)])),
      references: db.getRelationships().length,
    };
  },

  async prisma() {
    const { default: prisma } = await import('@prisma/prisma-schema-wasm');
    const request = JSON.stringify({ prismaSchema: [['schema.prisma', text]], noColor: true });
    try {
      prisma.validate(request);
    } catch (error) {
      throw new Error(JSON.parse(error.message).message);
    }

    const { models } = JSON.parse(prisma.get_dmmf(request)).datamodel;
    return {
      tables: Object.fromEntries(models.map((model) => [model.dbName ?? model.name, model.fields.filter((field) => field.kind !== 'object').map((field) => field.dbName ?? field.name)])),
      references: models.flatMap((model) => model.fields).filter((field) => field.relationFromFields?.length > 0).length,
    };
  },

  async 'json-schema'() {
    const { default: Ajv } = await import('ajv/dist/2020.js');
    const { default: formats } = await import('ajv-formats');
    const ajv = new Ajv({ allErrors: true, strictTypes: false, keywords: ['x-primary-key', 'x-unique', 'x-references', 'x-checks'] });
    formats(ajv);
    const schema = JSON.parse(text);
    const validate = ajv.compile(schema);
    if (data !== undefined && !validate(JSON.parse(readFileSync(data, 'utf8')))) {
      throw new Error(JSON.stringify(validate.errors));
    }

    return {
      tables: Object.fromEntries(Object.entries(schema.$defs).map(([name, table]) => [name, Object.keys(table.properties)])),
      references: Object.values(schema.$defs).flatMap((table) => table['x-references']).length,
    };
  },
};

try {
  process.stdout.write(JSON.stringify(await parsers[format]()));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
