"""A folder of documents into Parquet, by the line filter `jsonl` on Apache Spark.

    spark-submit extract.py --filter target/release/examples/jsonl FOLDER OUT.parquet

Each text file below FOLDER, in UTF-8, becomes a row: `id`, the address of the file; `document`, what it says as JSON; and
`error`, why it could not be read. The shape of `document` is in `schema/document.json`.
"""

import argparse
import os

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f


def documents(spark: SparkSession, folder: str) -> DataFrame:
    """The files below a folder, as the lines that the filter reads."""
    files = spark.read.text(folder, wholetext=True, recursiveFileLookup=True)
    row = f.struct(f.col("_metadata.file_path").alias("id"), f.col("value").alias("text"))
    return files.select(f.to_json(row).alias("line"))


def answers(spark: SparkSession, lines: DataFrame, program: str) -> DataFrame:
    """What the filter answers to each line. A filter that fails fails the task, and the job if it goes on failing."""
    spark.sparkContext.addFile(os.path.abspath(program))
    lines.createOrReplaceTempView("lines")
    name = os.path.basename(program)
    return spark.sql(f"SELECT TRANSFORM(line) USING './{name}' AS (answer STRING) FROM lines")


def rows(answers: DataFrame) -> DataFrame:
    """Answers as columns, each read once."""
    return answers.select(f.json_tuple("answer", "id", "document", "error").alias("id", "document", "error"))


def main() -> None:
    parser = argparse.ArgumentParser(description="a folder of documents into Parquet")
    parser.add_argument("--filter", default="target/release/examples/jsonl", help="the built example jsonl")
    parser.add_argument("folder")
    parser.add_argument("out")
    arguments = parser.parse_args()
    spark = SparkSession.builder.appName("gongwen").getOrCreate()
    found = rows(answers(spark, documents(spark, arguments.folder), arguments.filter))
    found.write.mode("overwrite").parquet(arguments.out)
    spark.stop()


if __name__ == "__main__":
    main()
